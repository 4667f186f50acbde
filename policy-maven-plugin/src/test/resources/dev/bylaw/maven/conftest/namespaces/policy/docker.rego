package docker

import rego.v1

deny contains "docker"
