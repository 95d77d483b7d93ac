"""What the user runs."""

import sentencepiece_model_pb2 as model_pb2

proto = model_pb2.ModelProto()
with open("llama/tokenizer.model", "rb") as file:
    proto.ParseFromString(file.read())
print(len(proto.pieces))
