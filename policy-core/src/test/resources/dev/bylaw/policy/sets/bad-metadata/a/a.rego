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
#     names: {type: array, items: {type: string, min: 1}, default: [a, 2]}
#     sizes: {type: array, items: string, enum: small}
#     list: [1]
package bad.a

deny contains "x" if input.warehouse
