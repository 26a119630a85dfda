"""Translations: storyloom.ts lists the words, storyloom_<language>.ts translates them."""
