"""Files that are there whole or not at all: the ground's piece, for rooms that know it by the intake."""

from stack.whole import whole as whole
