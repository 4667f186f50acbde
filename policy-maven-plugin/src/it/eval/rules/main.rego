package main

import rego.v1

kinds contains input.kind

names contains d.contents.metadata.name if some d in input
