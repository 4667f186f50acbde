package k8s.simple.deployment

import rego.v1

deny contains "k8s.simple.deployment"
