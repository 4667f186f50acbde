package main

import rego.v1

deny contains json.marshal(input)

warn contains "a map" if is_object(input)
