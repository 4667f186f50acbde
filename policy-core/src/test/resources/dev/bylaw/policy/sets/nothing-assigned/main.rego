package main

# METADATA
# title: No root
deny_root contains "runs as root" if input.cluster.user == "root"

warn contains "no owner" if not input.product.owner

helper := 1
