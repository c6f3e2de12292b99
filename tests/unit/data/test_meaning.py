"""What fields are about is inferred from what they are called and what stands around them."""

from toolkit.data.meaning import infer


def test_a_name_says_what_a_field_is_about(specified):
    solution = specified("entities: {Bill: {invoice no: text, other: text}}")
    entity = solution.base.entities["Bill"]
    assert infer(entity, entity.fields["invoice no"], solution).kind == "invoice number"
    assert infer(entity, entity.fields["other"], solution).kind == ""
