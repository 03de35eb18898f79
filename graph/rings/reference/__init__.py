"""The readable reference: pairs counted one by one on small data, which the fast way is compared
with. Thresholded A·Aᵀ, weekday null, permutation threshold, 3-core, communities, sync days."""
