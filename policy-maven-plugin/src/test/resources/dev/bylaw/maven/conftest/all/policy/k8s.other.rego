package k8s.other

import rego.v1

deny contains "k8s.other"
