package main

import rego.v1

deny contains json.marshal(data.limits)

deny contains json.marshal(data.conftest.file.name)

deny contains "data of the policies" if data.here

warn contains json.marshal(data.nested.values)

warn_folder contains "folder" if endswith(data.conftest.file.dir, "/in/sub")
