package k8s.simple_test

import rego.v1

test_it if count(data.k8s.simple.deny) == 1

warn contains "of a test"
