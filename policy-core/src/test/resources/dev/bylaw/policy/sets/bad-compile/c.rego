package c

helper if data.b.helper
