# Folders of files. A folder is written with a slash at its end, the top one as an empty text.
package bylaw.lib.layout

# The folder of a file, after its parents.
folders(path) := [above(parts, n) | some n in numbers.range(0, count(parts) - 1)] if parts := split(path, "/")

above(parts, n) := concat("", [sprintf("%s/", [part]) | some part in array.slice(parts, 0, n)])

folder(path) := all[count(all) - 1] if all := folders(path)

# Folders with a product.
of_products contains folder(product.path) if some product in input.layout.products

# A file's path below a folder.
below(file, start) := substring(file, count(start), -1)
