"""What `manage.py start` is made of: preparing, child processes, their common end."""
