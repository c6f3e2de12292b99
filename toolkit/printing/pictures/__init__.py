"""Made-up pictures, drawn as SVG without any file or network: the same picture for the same row, quiet in any brand."""

from toolkit.printing.pictures.drawn import drawn, hue_of, picture

__all__ = ["drawn", "hue_of", "picture"]
