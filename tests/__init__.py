"""Tests of planctl: one file or folder a room."""
