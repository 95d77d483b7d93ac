echo "building fused_norm"
python build.py build_ext --inplace
