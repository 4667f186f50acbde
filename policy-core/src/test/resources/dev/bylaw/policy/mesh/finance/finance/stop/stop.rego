# METADATA
# title: Stops
# custom: {kind: infra, subject: warehouse}
package fin.finance.stop

deny contains "stops late" if input.warehouse.stop > 10
