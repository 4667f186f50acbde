package bylaw.lib.securables

# The object of Unity Catalog that the subject is: its kind as in `input`, and the object itself.
all["catalog"] := input.catalog

all["schema"] := input.schema

all["table"] := input.table

all["volume"] := input.volume

all["share"] := input.share

all["external_location"] := input.external_location

all["storage_credential"] := input.storage_credential

all["recipient"] := input.recipient
