package a_test

import data.a

test_size if a.size(1) == 2
