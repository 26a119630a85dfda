"""Tokenizers made here: letters and bytes, enough for any text."""

from __future__ import annotations

from string import ascii_lowercase, digits
from typing import Any

from pipelines.models.heavy import tokenizers, transformers

SPECIALS = (
    "<|endoftext|>",
    "<|im_start|>",
    "<|im_end|>",
    "<|vision_start|>",
    "<|vision_end|>",
    "<|vision_pad|>",
    "<|image_pad|>",
    "<|video_pad|>",
)
CHAT = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{% if m.content is string %}{{ m.content }}{% else %}{% for c in m.content %}"
    "{% if c.type == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif c.type == 'video' %}<|vision_start|><|video_pad|><|vision_end|>"
    "{% else %}{{ c.text }}{% endif %}{% endfor %}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def t5_tokenizer() -> tuple[Any, int]:
    """A Unigram tokenizer of letters, as T5 and UMT5 have one, and how many tokens it knows."""
    tok = tokenizers()
    hub = transformers()
    words = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    words += [(letter, -3.0) for letter in ascii_lowercase + digits + ".,;:!?'-"]
    words += [(f"▁{letter}", -3.5) for letter in ascii_lowercase]
    made = tok.Tokenizer(tok.models.Unigram(words, unk_id=2))
    made.pre_tokenizer = tok.pre_tokenizers.Metaspace()
    made.decoder = tok.decoders.Metaspace()
    made.post_processor = tok.processors.TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)]
    )
    fast = hub.T5TokenizerFast(
        tokenizer_object=made, eos_token="</s>", unk_token="<unk>", pad_token="<pad>", extra_ids=0
    )
    return fast, len(words)


def bert_words() -> list[str]:
    """The vocabulary of a BERT tokenizer of letters."""
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "?"]
    return [*special, *ascii_lowercase, *(f"##{letter}" for letter in ascii_lowercase)]


def qwen_tokenizer() -> tuple[Any, dict[str, int], int]:
    """A byte-level tokenizer as Qwen's, the numbers of its special tokens, how many it knows."""
    tok = tokenizers()
    hub = transformers()
    alphabet = sorted(tok.pre_tokenizers.ByteLevel.alphabet())
    made = tok.Tokenizer(
        tok.models.BPE(vocab={letter: at for at, letter in enumerate(alphabet)}, merges=[])
    )
    made.pre_tokenizer = tok.pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = tok.decoders.ByteLevel()
    made.add_special_tokens([tok.AddedToken(word, special=True) for word in SPECIALS])
    numbers = {word: len(alphabet) + at for at, word in enumerate(SPECIALS)}
    fast = hub.Qwen2TokenizerFast(
        tokenizer_object=made, eos_token="<|im_end|>", pad_token="<|endoftext|>"
    )
    fast.chat_template = CHAT
    return fast, numbers, len(alphabet) + len(SPECIALS)


def clip_tokenizer() -> tuple[Any, int]:
    """A tokenizer of letters as CLIP's, and how many tokens it knows; start and end come last."""
    hub = transformers()
    letters = [*ascii_lowercase, *digits, *".,;:!?'-"]
    ends = (f"{letter}</w>" for letter in letters)
    tokens = [*letters, *ends, "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    made = hub.CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)
    return made, len(tokens)
