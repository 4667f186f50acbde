package main

import rego.v1

deny contains json.marshal(file) if some file in input

warn contains json.marshal(data.conftest.file.name)

warn contains sprintf("%d inputs", [count(input)])
