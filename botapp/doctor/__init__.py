"""What `manage.py doctor` looks at: one module a subject, each yields Findings and changes nothing."""
