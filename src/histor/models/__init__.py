"""Strings in, numbers out, by ONNX: this room knows no conflict words."""
