package main

import rego.v1

deny contains {"message": "none"}
