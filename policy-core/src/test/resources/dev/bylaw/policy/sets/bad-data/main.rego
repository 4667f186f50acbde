package main

deny contains "x" if input.sql.dialect in data.dialects
