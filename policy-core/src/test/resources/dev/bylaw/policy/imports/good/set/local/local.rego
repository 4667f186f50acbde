# METADATA
# title: Marketing stops early
# custom: {kind: infra, subject: warehouse}
package marketing.local

deny contains "stops late" if input.warehouse.auto_stop_mins > 10
