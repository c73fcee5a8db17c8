import random
import string

import pytest

from revont_guard import catalog
from revont_guard.detectors.shape import Opacity, assess, is_sequence
from tests.keys import STYLES, make_key

MODEL = catalog.knowledge().shape


@pytest.mark.parametrize("style", STYLES)
def test_random_strings_of_every_style_are_opaque(style: str) -> None:
    opaque = sum(assess(make_key(seed, style), MODEL).opacity >= Opacity.OPAQUE for seed in range(200))
    assert opaque >= 199


@pytest.mark.parametrize(
    "text",
    [
        "com.example.application.settings",
        "getAuthenticationTokenFromRequest",
        "please_insert_your_key_here_now",
        "THIS_IS_THE_NAME_OF_A_CONSTANT",
        "node_modules/typescript/lib/typescript.js",
        "application/vnd.github.v3+json",
        "2024-06-30T12:34:56.000000Z",
        "internationalization-localization",
        "django.views.i18n.l10n",
        "184C14.728.833-13.416-4.744",
        "vOOQO-E8Y-E8YOOQS1G.g1G.gOOQP1G.n1G.nO",
        "4h-3V2h-4v2H7v13h10V4z",
        "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict",
        "imgOptOperationCache",
        "CloudDialogflowCxV3ToolEndUserAuthConfig",
        "PQ_SIGN_SLH_DSA_SHA2_128S",
        "harness-1014-104817-4c2-disk-0",
        "__id-9223372036854775808__",
        "AbCdefGhIJKlmNoPQRsTUVwxyZ",
        "a" * 40,
        "short1A9",
    ],
)
def test_words_paths_and_dates_are_not(text: str) -> None:
    assert assess(text, MODEL).opacity < Opacity.OPAQUE


def test_names_in_code_are_seldom_taken_for_random() -> None:
    names = sorted(
        name
        for module in (string, random, pytest, catalog)
        for name in (f"{module.__name__}.{entry}" for entry in vars(module))
        if len(name) >= MODEL.least_length
    )
    taken = [name for name in names if assess(name, MODEL).opacity >= Opacity.OPAQUE]
    assert len(names) > 50
    assert taken == []


@pytest.mark.parametrize(
    "text",
    [
        "0123456789abcdef",
        "abcdefghijklmnopqrstuvwxyz",
        "a1b2c3d4e5f6g7h8",
        "1234567890" * 3,
        "xK9xK9xK9xK9xK9xK9",
        "fedcba9876543210",
        "00000000-0000-0000-0000-000000000000",
        "--------",
    ],
)
def test_what_counts_or_repeats_is_a_dummy(text: str) -> None:
    assert is_sequence(text, MODEL)
    assert assess(text, MODEL).dummy


def test_random_strings_are_no_dummies() -> None:
    keys = [make_key(seed, style) for seed in range(100) for style in STYLES]
    assert sum(is_sequence(key, MODEL) for key in keys) <= len(keys) // 500


def test_a_uuid_is_opaque_but_never_strongly() -> None:
    assert {assess(make_key(seed, "uuid"), MODEL).opacity for seed in range(50)} == {Opacity.OPAQUE}


def test_opacity_rises_with_length() -> None:
    key = make_key(3, "base62-48")
    rising = [assess(key[:length], MODEL).opacity for length in (8, 16, 24, 48)]
    assert rising == sorted(rising)
    assert rising[0] is Opacity.TEXT
    assert rising[-1] is Opacity.STRONG


@pytest.mark.parametrize("number", ["4509632503087104", "98127346509817236450981"])
def test_a_number_is_no_key(number: str) -> None:
    assert assess(number, MODEL).opacity is Opacity.TEXT
