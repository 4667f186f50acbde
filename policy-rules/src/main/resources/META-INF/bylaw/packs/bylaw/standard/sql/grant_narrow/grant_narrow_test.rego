package bylaw.sql.grant_narrow_test

import data.bylaw.sql.grant_narrow as policy

given := {"privileges": ["ALL_PRIVILEGES"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.grant_narrow as given

grant(privilege) := {"grants": [{"privileges": [privilege], "principals": ["g", "h"]}]}

test_fails_for_all if found(grant("ALL_PRIVILEGES")) == {"ALL PRIVILEGES is granted to g, h"}

test_passes_for_one if found(grant("SELECT")) == set()
