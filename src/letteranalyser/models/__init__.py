"""All data models, one module for each point on the way.

``layout`` is what reading gives (pages of positioned lines, or blocks), ``letter`` what splitting gives (text,
sections, sentences, footnotes), ``findings`` what tagging and linking give (mentions in that text), ``analysis`` the
JSON that users receive.
"""
