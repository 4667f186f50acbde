package parameters.naming

longest := 1000
