package y

warn contains "3" if input.sql
