"""NiceGUI's own style sheet, as a replay puts it back."""

import re

import nicegui

from toolkit.web.replay_layers import layered_css


def test_layers_come_in_their_order_with_their_texts() -> None:
    css = layered_css()
    assert css.startswith("@layer theme, base, quasar,")
    for layer in ("base", "quasar", "nicegui", "quasar_importants"):
        assert f"@layer {layer} {{" in css
    assert "@import" not in css
    assert ".q-btn" in css
    assert css.count("{") == css.count("}")


def test_the_two_fonts_that_pages_show_are_in_it_and_others_are_asked_for_here_only() -> None:
    css = layered_css()
    faces = re.findall(r"@font-face \{.*?\}", css, flags=re.DOTALL)
    held = [face for face in faces if "url(data:font/woff2;base64," in face]
    assert {"Material Icons", "Roboto"} == {re.findall(r'font-family: "(.*?)"', face)[0] for face in held}
    addresses = {url for face in faces for url in re.findall(r"url\((?!data:)([^)]*)\)", face)}
    assert addresses
    assert all(url.startswith(f"/_nicegui/{nicegui.__version__}/static/fonts/") for url in addresses)
