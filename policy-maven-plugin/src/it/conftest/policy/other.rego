package other

import rego.v1

deny contains sprintf("%d documents", [count(input)]) if is_array(input)
