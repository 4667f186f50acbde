package b

deny contains "y" if helper

helper if data.c.helper
