# METADATA
# title: 7
# custom:
#   kind: infrastructure
#   subject: [warehouse, warehoues, bundle]
#   serverity: error
#   unknown: maybe
#   parameters:
#     max: {type: str}
#     min: {type: integer, default: "5", ordr: min}
#     list: [1]
package bad.a

deny contains "x" if input.warehouse
