package cost

deny contains "too large" if input.size != "Small"
