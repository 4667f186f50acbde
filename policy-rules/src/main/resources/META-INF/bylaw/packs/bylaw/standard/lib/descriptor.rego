# What descriptors of products and of contracts have in common.
package bylaw.lib.descriptor

# What is described, whichever of both it is.
described := input.product

described := input.contract

kind := "product" if input.product

kind := "contract" if input.contract

# A contract within the file of its product; what holds for the file stands in the product.
part if input.contract.standard in {"dpds", "witboost", "dbt"}

# What is described by a file of its own.
whole := described if not part

# All texts of the file with their paths, as it is written.
texts := [node |
	walk(input.raw, node)
	is_string(node[1])
]

# All texts at once: what is in none of them is not in here.
all_text := concat("\n", [text | some [_, text] in texts])

# Whether a text is there that names or says something.
says(text, placeholders) if {
	plain := lower(trim(text, " .\t\n"))
	plain != ""
	not plain in placeholders
}
