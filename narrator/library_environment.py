"""What libraries are told through the environment, which they read when they are loaded."""

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Narrator's own threads are as many as there are cores."""
_SEND_NOTHING = dict.fromkeys(("ORT_DISABLE_TELEMETRY", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK"), "1")
"""onnxruntime reports what it runs to its makers, from 1.29 on Linux as well, unless it is told not to."""

LIBRARY_ENVIRONMENT = {**_ONE_THREAD, **_SEND_NOTHING}
