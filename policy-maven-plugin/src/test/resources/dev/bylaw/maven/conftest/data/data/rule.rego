package main

import rego.v1

deny contains "a rule among data"
