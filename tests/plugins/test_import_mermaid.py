"""Specs from Mermaid's diagrams of entities and of states."""

from pathlib import Path

import pytest

from tests.plugins.importing import imported, lines_of, spec_of, walked

ORDERS = """
    # Orders

    ```mermaid
    erDiagram
        CUSTOMER ||--o{ ORDER : places
        ORDER ||--|{ LINE-ITEM : contains   %% at least one
        ORDER }o--o| COURIER : "is brought by"
        PRODUCT }o--o{ TAG : has
        PRODUCT ||--o{ LINE-ITEM : "is ordered in"
        CUSTOMER {
            int id PK
            string name
            string email UK "how to reach them"
            boolean newsletter
        }
        ORDER {
            int orderNumber PK
            date placedOn
            int customer_id FK
            string status
            decimal total
            text notes
        }
        LINE-ITEM { }
        LINE-ITEM {
            int quantity
        }
        PRODUCT {
            string name
        }
        TAG {
            string name
        }
        COURIER {
            string name
        }
    ```

    Then it goes on:

    ```mermaid
    stateDiagram-v2
        accTitle: Life of an order
        [*] --> Placed
        InTransit --> Delivered : Hand over
        Placed --> Paid : Pay
        Placed --> Cancelled : Cancel
        Paid --> InTransit : Ship [if in stock]
        Paid --> Cancelled : Cancel
        Delivered --> [*]
    ```
"""


def test_entities_references_and_the_life_cycle_are_kept(tmp_path: Path) -> None:
    spec = spec_of(ORDERS, tmp_path, "orders.md")
    assert lines_of(spec, "Customer") == {"name": "text", "email": "email, unique", "newsletter": "yes/no"}
    order = lines_of(spec, "Order")
    assert order | {"status": ""} == {
        "order number": "number, unique",
        "placed on": "date",
        "customer": "Customer",
        "status": "",
        "total": "money",
        "notes": "long text",
        "courier": "Courier, optional",
        "Placed -> Paid": "Pay",
        "Placed -> Cancelled": "Cancel",
        "Paid -> In transit": "Ship",
        "Paid -> Cancelled": "Cancel",
        "In transit -> Delivered": "Hand over",
    }
    assert lines_of(spec, "Line item") == {"quantity": "number", "order": "Order", "product": "Product"}


def test_many_to_many_is_a_field_of_the_first(tmp_path: Path) -> None:
    done = imported(ORDERS, tmp_path, "orders.md")
    assert lines_of(done.path.read_text("utf-8"), "Product")["tags"] == "many Tag, optional"
    assert done.lost == ()


def test_every_entity_can_be_listed_opened_added_to_and_changed(tmp_path: Path) -> None:
    found = walked(imported(ORDERS, tmp_path, "orders.md").path)
    assert found == ["Customer", "Order", "Line item", "Product", "Tag", "Courier"]


def test_a_life_cycle_alone_is_an_entity_called_after_the_file(tmp_path: Path) -> None:
    text = 'stateDiagram\n  [*] --> s1\n  state "Waiting for stock" as s1\n  s1 --> Done\n  s1 --> Done : Finish\n'
    done = imported(text, tmp_path, "permit.mmd")
    assert lines_of(done.path.read_text("utf-8"), "Permit") == {
        "title": "text",
        "status": "",
        "Waiting for stock -> Done": "[Move to done, Finish]",
    }
    assert walked(done.path) == ["Permit"]


@pytest.mark.parametrize(
    "text",
    [
        "erDiagram\n  A ||--o{ A : leads\n  A ||--|| B : is\n",
        'erDiagram\n  "Über uns" {\n    string in\n    int now\n    string true\n  }\n  "Über uns" }|--|| X : y\n',
        "stateDiagram-v2\n  any --> any2 : go, now (me)\n  any2 --> any : go\n  state any2 {\n    a --> b\n  }\n",
        "erDiagram\n  A {\n    weird<type> x\n    string\n  }\n  nonsense here\n",
    ],
)
def test_odd_diagrams_give_a_spec_that_works(tmp_path: Path, text: str) -> None:
    assert walked(imported(text, tmp_path, "odd.mmd").path)
