# METADATA
# title: Shares go to known recipients
# custom:
#   kind: infra
#   subject: share
#   severity: error
#   characteristic: interoperable
package mesh.sharing.recipient_known

deny contains "unknown" if input.share.recipient == "unknown"
