"""How many threads numerical libraries may use: one, for narrator's own are as many as there are cores."""

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""An environment; the libraries read it when they are loaded."""
