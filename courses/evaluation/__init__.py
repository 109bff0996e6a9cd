"""What learners say of an edition at its end, answers apart from names, and what they knew before and after."""
