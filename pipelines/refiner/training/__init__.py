"""How the refiner is trained: scenes made by rule, samples of them, the loop and its log."""
