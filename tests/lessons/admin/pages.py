"""Pages of the admin as a member of staff uses them: read the form, change a field, save."""

from typing import Any

from django.test import Client
from django.urls import reverse


def path(name: str, pk: int | None = None) -> str:
    """`path("lesson_add")`, `path("lesson_change", 7)`."""
    return reverse(f"admin:lessons_{name}", args=[pk] if pk else [])


def form_values(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send if nothing were changed."""
    response = client.get(address)
    assert response.status_code == 200
    form = response.context["adminform"].form
    values = {name: _sent(form[name].value()) for name in form.fields}
    for formset in response.context["inline_admin_formsets"]:
        rows = formset.formset
        forms = [rows.management_form, *rows.forms]
        values |= {one.add_prefix(name): _sent(one[name].value()) for one in forms for name in one.fields}
    return {name: value for name, value in values.items() if value is not None}


def _sent(value: Any) -> Any:
    """An unchecked box is not sent at all."""
    return None if value is None or value is False else "on" if value is True else value


def complaints(response: Any) -> str:
    """Every sentence with which the page refuses the form."""
    said = [str(response.context["adminform"].form.errors)]
    for formset in response.context["inline_admin_formsets"]:
        said += [str(formset.formset.non_form_errors()), str(formset.formset.errors)]
    return " ".join(said)
